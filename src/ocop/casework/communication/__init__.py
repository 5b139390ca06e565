"""News, guidance and the press plan."""
