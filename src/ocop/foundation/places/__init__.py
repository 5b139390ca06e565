"""Administrative units through time: their codes, mergers and successors."""
