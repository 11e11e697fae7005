import '#vault';
