"""Help given to producers and places: one model, kinds as rows."""
