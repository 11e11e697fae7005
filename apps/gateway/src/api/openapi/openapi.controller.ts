import { Controller, Header } from '@nestjs/common';
import { Operates } from '../operates.decorator.js';
import { openApiDocument } from './openapi-document.js';
import { readOpenApi } from './read-openapi.operation.js';

@Controller()
export class OpenApiController {
  private document: string | undefined;

  @Operates(readOpenApi)
  @Header('content-type', 'application/json; charset=utf-8')
  read(): string {
    return (this.document ??= JSON.stringify(openApiDocument()));
  }
}
