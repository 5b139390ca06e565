"""The gallery's address."""
