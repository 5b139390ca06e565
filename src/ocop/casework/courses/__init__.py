"""Training: days, who came, what is handed out."""
