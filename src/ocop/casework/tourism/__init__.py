"""Tourism villages and sites, routes of a day, and value chains as everyone sees them."""
