import { openApiDocument } from '#apps/gateway';

/** docs/reference/openapi.json: the API as the gateway serves it. */
export const openapiPage = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;
