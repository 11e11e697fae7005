import '../../users/src/user/user.js';
