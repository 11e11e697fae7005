# The four services, the notary and the command line in one image: which one runs is its command. docs/guides/deploy.md
FROM node:20.19.5-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No script of a package runs: everything native comes built.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY .swcrc ./
COPY apps apps
COPY libs libs
COPY tools/install.js tools/bundle.js tools/
RUN npm run build \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 # What tools/install.js leaves, so that it installs nothing here.
 && node -e "const f=require('node:fs');f.writeFileSync('node_modules/.installed-from',require('node:crypto').createHash('sha256').update(f.readFileSync('package-lock.json')).digest('hex'))"

FROM node:20.19.5-bookworm-slim
ENV NODE_ENV=production \
    TROUSSEAU_HOST=0.0.0.0 \
    TROUSSEAU_DATA=/data \
    TROUSSEAU_SECRETS=/secrets \
    TROUSSEAU_ERASURES=/erasures/erasures.ndjson
WORKDIR /app
COPY --from=build /app/package.json /app/package-lock.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# Topics are made from inside the network of the brokers: node tools/kafka-topics.js
COPY tools tools
COPY deploy/kafka deploy/kafka
COPY deploy/docker/health.js deploy/docker/health.js
# The only places that are written to; everything else may be mounted read-only.
RUN install -d -o node -g node -m 0700 /data /secrets /erasures
USER node
VOLUME ["/data", "/secrets", "/erasures"]
EXPOSE 3000
# Node is process 1 and ends on SIGTERM by itself; it starts no other process.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "deploy/docker/health.js"]
CMD ["node", "dist/bundles/standalone.js"]
