import type { ModuleMetadata } from '@nestjs/common';

/** What a feature brings to the module of its service. */
export type Parts = Pick<ModuleMetadata, 'controllers' | 'providers'>;

/** The parts of all features of a service. */
export const partsOf = (features: readonly Parts[]): Required<Parts> => ({
  controllers: features.flatMap(({ controllers = [] }) => controllers),
  providers: features.flatMap(({ providers = [] }) => providers),
});
