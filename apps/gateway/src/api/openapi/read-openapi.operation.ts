import { z } from 'zod';
import { operation } from '../operation.js';

export const readOpenApi = operation({
  id: 'readOpenApi',
  tag: 'description',
  method: 'GET',
  route: '/api/openapi.json',
  access: 'everyone',
  summary: 'This document',
  status: 200,
  answer: z.looseObject({ openapi: z.string() }),
  problems: [],
});
