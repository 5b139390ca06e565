"""Pages of the help that is given."""
