"""How fast the check page is: `python -m ocop.outlets.catalogue.bench` prints JSON."""
