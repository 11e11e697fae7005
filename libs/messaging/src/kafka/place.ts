/** A partition of a topic. */
export type Place = Readonly<{ topic: string; partition: number }>;

export const placeName = ({ topic, partition }: Place): string => `${topic}/${partition}`;
