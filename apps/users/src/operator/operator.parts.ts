import type { Parts } from '#platform';
import { AddOperatorController } from './add-operator/add-operator.controller.js';
import { AddOperatorHandler } from './add-operator/add-operator.handler.js';
import { Operators } from './operators.step.js';
import { OperatorPaces } from './pace.step.js';

export const operatorParts: Parts = {
  controllers: [AddOperatorController],
  providers: [AddOperatorHandler, Operators, OperatorPaces],
};
