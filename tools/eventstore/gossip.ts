import { randomUUID } from 'node:crypto';
import type { UntypedServiceImplementation, handleUnaryCall } from '@grpc/grpc-js';
import messages from '@eventstore/db-client/generated/gossip_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import { uuidMessage } from './uuid.js';

/** A cluster of one, whose only member leads it and is reached at this address. */
export function gossip(address: string, port: () => number): UntypedServiceImplementation {
  const id = uuidMessage(randomUUID(), false);
  const read: handleUnaryCall<shared.Empty, messages.ClusterInfo> = (_, callback) => {
    const member = new messages.MemberInfo()
      .setInstanceId(id)
      .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
      .setState(messages.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new messages.EndPoint().setAddress(address).setPort(port()));
    callback(null, new messages.ClusterInfo().setMembersList([member]));
  };
  return { read };
}
