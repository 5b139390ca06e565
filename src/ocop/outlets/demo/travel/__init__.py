"""Two invented villages with their homestays, a route of a day, a value chain, at real places."""
