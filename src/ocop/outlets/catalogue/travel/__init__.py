"""Villages, routes, value chains and the map, as everyone sees them."""
