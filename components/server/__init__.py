"""What stands round the app when we serve it ourselves: headers, cookies, compression, routes, launcher."""
