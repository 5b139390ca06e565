"""Tags and filters at hand in every template."""
