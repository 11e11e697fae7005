import '#apps/users';
