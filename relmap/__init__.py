"""The site: settings, addresses, the server."""

from relmap.processor import sort_narrow

sort_narrow()
