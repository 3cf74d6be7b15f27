// replaced as the parts arrive
