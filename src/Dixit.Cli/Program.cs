Console.WriteLine("dixit");
