using Pix2Pix.Realtime.Training.Native;
LibTorch.Load();
Console.WriteLine(LibTorch.DescribeForDoctor());
return 0;
