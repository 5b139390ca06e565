"""Pages of imports and of recognitions entered from paper."""
