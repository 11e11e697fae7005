import '#service-bus';
