// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Fetching;

/// <summary>A name leads to addresses that must not be reached.</summary>
internal sealed class AddressRefusedException(string host) : Exception($"{host} is an address of this machine or of a network around it")
{
    /// <summary>Whether one is behind what a connection failed with.</summary>
    public static bool IsCause(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is AddressRefusedException)
                return true;
        }

        return false;
    }
}
