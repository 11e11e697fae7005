export class DataKeys {}
