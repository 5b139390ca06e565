"""The public site: catalogue of products, producers, and the check of a certificate."""
