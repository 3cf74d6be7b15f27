// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// An echo server on Go's net package, a goroutine a client.
package main

import (
	"fmt"
	"net"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// clients are those that are connected; draining closes their sending side.
type clients struct {
	mutex sync.Mutex
	open  map[*net.TCPConn]struct{}
	done  sync.WaitGroup
}

func (c *clients) add(client *net.TCPConn) {
	c.done.Add(1)
	c.mutex.Lock()
	c.open[client] = struct{}{}
	c.mutex.Unlock()
}

func (c *clients) echo(client *net.TCPConn) {
	defer c.done.Done()
	defer client.Close()
	buffer := make([]byte, 2048)
	for {
		count, err := client.Read(buffer)
		if err != nil {
			break
		}
		if _, err = client.Write(buffer[:count]); err != nil {
			break
		}
	}
	c.mutex.Lock()
	delete(c.open, client)
	c.mutex.Unlock()
}

func (c *clients) closeWrite() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for client := range c.open {
		client.CloseWrite()
	}
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintf(os.Stderr, "usage: %s ADDRESS PORT\n", os.Args[0])
		os.Exit(1)
	}
	// Go 1.19 and later raise the limit of open files by themselves.
	listener, err := net.Listen("tcp4", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	all := clients{open: make(map[*net.TCPConn]struct{})}
	termination := make(chan os.Signal, 1)
	signal.Notify(termination, syscall.SIGTERM)
	go func() {
		<-termination
		listener.Close()
	}()
	for {
		client, err := listener.Accept()
		if err != nil {
			break
		}
		all.add(client.(*net.TCPConn))
		go all.echo(client.(*net.TCPConn))
	}
	all.closeWrite()
	all.done.Wait()
}
