"""When somebody cannot get in: codes for a new password, a lost second step, locks after wrong tries."""
