"""Pages of the help that is given: those that read, and the form of an activity."""
