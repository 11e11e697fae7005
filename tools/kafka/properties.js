// @ts-check

/**
 * What a broker needs that lets in only who has a name and a secret, over TLS, to what is theirs: the file of its key and
 * certificate (PEM), that of the certificate alone, and everybody's secret. `broker` and `admin` may do everything.
 * @typedef {{ keyAndCertificate: string, certificate: string, secrets: Record<string, string> & { broker: string, admin: string } }} Guard
 */

/** @param {Guard} guard */
const guardProperties = ({ keyAndCertificate, certificate, secrets }) => ({
  'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
  'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
  'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': `org.apache.kafka.common.security.scram.ScramLoginModule required username="broker" password="${secrets.broker}";`,
  'ssl.keystore.type': 'PEM',
  'ssl.keystore.location': keyAndCertificate,
  'ssl.truststore.type': 'PEM',
  'ssl.truststore.location': certificate,
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  // Whoever has no name speaks to the controller only, which is this very process.
  'super.users': 'User:broker;User:admin;User:ANONYMOUS',
});

/**
 * One KRaft node on loopback, broker and controller in one.
 * @param {{ port: number, controllerPort: number, folder: string, guard?: Guard | undefined }} node
 */
export const serverProperties = ({ port, controllerPort, folder, guard }) => {
  const protocol = guard ? 'SASL_SSL' : 'PLAINTEXT';
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    listeners: `${protocol}://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `${protocol}://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': protocol,
    'listener.security.protocol.map': `CONTROLLER:PLAINTEXT,${protocol}:${protocol}`,
    ...(guard && guardProperties(guard)),
    'log.dirs': `${folder}/log`,
    // Topics are declared (deploy/kafka/topics.json), never made by whoever misspells one.
    'auto.create.topics.enable': false,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // A killed broker may come back once its former registration is over.
    'broker.session.timeout.ms': 2000,
    'broker.heartbeat.interval.ms': 500,
    'group.min.session.timeout.ms': 1000,
    'log.cleaner.dedupe.buffer.size': 8 * 1024 * 1024,
    'num.network.threads': 2,
    'num.io.threads': 2,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
};

export const logging = `<Configuration status="ERROR">
  <Appenders><Console name="out" target="SYSTEM_ERR"><PatternLayout pattern="%d %p %c{1} %m%n"/></Console></Appenders>
  <Loggers><Root level="WARN"><AppenderRef ref="out"/></Root></Loggers>
</Configuration>
`;
