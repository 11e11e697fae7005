import { NestFactory } from '@nestjs/core';
import { BusErrors, InProcessClient, InProcessExchange, InProcessServer, NestServiceBus } from '#service-bus';
import { serviceBusContract } from '#service-bus/testing';

serviceBusContract('the in-process transport', async (module) => {
  const exchange = new InProcessExchange();
  const service = await NestFactory.createMicroservice(module, {
    strategy: new InProcessServer(exchange),
    logger: false,
  });
  service.useGlobalFilters(new BusErrors());
  await service.listen();
  return { bus: new NestServiceBus(new InProcessClient(exchange)), stop: () => service.close() };
});
