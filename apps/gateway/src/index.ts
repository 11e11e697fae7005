export { GatewayModule } from './gateway.module.js';
export { createGateway } from './create-gateway.js';
export { openApiDocument } from './api/openapi/openapi-document.js';
export { problemType, problems } from './problem/problems.js';
