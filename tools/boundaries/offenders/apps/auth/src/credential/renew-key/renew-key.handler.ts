export class RenewKeyHandler {}
