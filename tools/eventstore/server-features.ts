import type { UntypedServiceImplementation, handleUnaryCall } from '@grpc/grpc-js';
import messages from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';

const METHODS = {
  'event_store.client.streams.streams': ['read', 'append', 'batchappend', 'delete', 'tombstone'],
  'event_store.client.gossip.gossip': ['read'],
  'event_store.client.server_features.serverfeatures': ['getsupportedmethods'],
};

const getSupportedMethods: handleUnaryCall<shared.Empty, messages.SupportedMethods> = (_, callback) => {
  const methods = Object.entries(METHODS).flatMap(([service, names]) =>
    names.map((name) => new messages.SupportedMethod().setServiceName(service).setMethodName(name)),
  );
  callback(
    null,
    new messages.SupportedMethods().setEventStoreServerVersion('24.10.0').setMethodsList(methods),
  );
};

/** Tells clients what this server can do. */
export const serverFeatures: UntypedServiceImplementation = { getSupportedMethods };
