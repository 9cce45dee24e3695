# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx with a certificate, and curl before it: a real server, judged by a real client."""
import socket
import subprocess
import time
from pathlib import Path

SERVED = "served by the test\n"
NGINX = """daemon off; pid {dir}/nginx.pid; error_log {dir}/error.log; worker_processes 1;
events {{ worker_connections 16; }}
http {{ access_log off; client_body_temp_path {dir}/b; proxy_temp_path {dir}/p;
  fastcgi_temp_path {dir}/f; uwsgi_temp_path {dir}/u; scgi_temp_path {dir}/s;
  server {{ listen 127.0.0.1:{port} ssl; server_name localhost;
    ssl_certificate {crt}; ssl_certificate_key {key}; {more}
    location / {{ return 200 "served by the test\\n"; }} }} }}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Nginx:
    """One server on a free port of the loopback interface; close() ends it."""

    def __init__(self, folder, crt, key, more=""):
        """`folder` takes its configuration and its log; `more` goes into the server block."""
        self.port = free_port()
        self.log = Path(folder) / "error.log"
        config = Path(folder) / "nginx.conf"
        config.write_text(NGINX.format(dir=folder, port=self.port, crt=crt, key=key, more=more),
                          encoding="utf-8")
        self._process = subprocess.Popen(
            ["/usr/sbin/nginx", "-p", str(folder), "-c", str(config)], stderr=subprocess.DEVNULL)
        try:
            self._wait()
        except BaseException:
            self.close()
            raise

    def _wait(self):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise AssertionError(self.log.read_text(encoding="utf-8", errors="replace"))

    def close(self):
        self._process.terminate()
        self._process.wait()

    def curl(self, root_pem, *extra, host="localhost"):
        """Status and output of curl that trusts `root_pem` only."""
        run = subprocess.run(["curl", "-sS", "--cacert", str(root_pem),
                              f"https://{host}:{self.port}/", *map(str, extra)],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return run.returncode, run.stdout.decode()
