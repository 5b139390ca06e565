"""Forms of signing in and of one's own account, and the places that pages of offices offer."""
