"""Version 1: products, producers' names, certificates, regulations and rubrics.
Fields are added, never renamed.
"""

from ocop.outlets.api.v1.interface import api

__all__ = ["api"]
