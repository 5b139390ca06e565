"""Pages of one's own account and of managing people; signing in itself is allauth's."""
