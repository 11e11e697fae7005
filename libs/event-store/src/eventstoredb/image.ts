/** The server this adapter is tested against where Docker answers, and the one `docker-compose.yml` runs. */
export const EVENT_STORE_IMAGE = 'docker.kurrent.io/kurrent-latest/kurrentdb:25.0';
