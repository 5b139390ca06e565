"""Forms of the help that is given; those of an activity are built from the row of its kind."""
