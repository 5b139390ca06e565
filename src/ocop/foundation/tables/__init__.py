"""Tables as offices make them."""
