import '#vault/testing';
