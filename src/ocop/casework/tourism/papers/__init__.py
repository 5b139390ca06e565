"""What is printed of routes, as PDF."""
