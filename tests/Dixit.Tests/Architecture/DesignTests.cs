// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace Dixit.Tests.Architecture;

/// <summary>The promises of docs/design.md that the compiler does not keep.</summary>
public sealed class DesignTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Library = typeof(Pipeline).Assembly;

    [Fact]
    public void Classes_OfTheLibrary_AreSealedStaticOrAbstract()
    {
        // A static class is abstract and sealed; a value type or an enum is sealed.
        Assert.Empty(WrittenTypes().Where(type => type is { IsSealed: false, IsAbstract: false }).Select(type => type.FullName));
    }

    [Fact]
    public void PublicProperties_OfPublicTypes_CannotBeSetAfterwards()
    {
        var settable =
            from type in Library.GetExportedTypes()
            from property in type.GetProperties(Declared)
            where property.SetMethod is { IsPublic: true } setter && !IsInit(setter)
            select $"{type.FullName}.{property.Name}";

        Assert.Empty(settable);
    }

    [Fact]
    public void PublicFields_OfPublicTypes_AreConstantsOrReadOnly()
    {
        var assignable =
            from type in Library.GetExportedTypes()
            from field in type.GetFields(Declared)
            where field is { IsPublic: true, IsLiteral: false, IsInitOnly: false, IsSpecialName: false }
            select $"{type.FullName}.{field.Name}";

        Assert.Empty(assignable);
    }

    [Fact]
    public void StaticFields_OfTheLibrary_NeverChange()
    {
        var mutable =
            from type in WrittenTypes()
            from field in type.GetFields(Declared)
            where field is { IsStatic: true, IsLiteral: false } && (!field.IsInitOnly || IsGrowing(field.FieldType))
            select $"{type.FullName}.{field.Name}";

        Assert.Empty(mutable);
    }

    [Fact]
    public void References_OfTheLibrary_AreTheBaseClassLibraryAlone()
    {
        var foreign = Library.GetReferencedAssemblies().Where(name => !name.Name!.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(foreign.Select(name => name.Name));
    }

    [Theory]
    [InlineData("System.Net")]
    [InlineData("System.Data")]
    [InlineData("System.Text.Json")]
    [InlineData("System.Text.RegularExpressions")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("System.IO.FileSystem")]
    public void References_OfTheLibrary_LeaveOut(string prefix)
    {
        Assert.DoesNotContain(Library.GetReferencedAssemblies(), name => name.Name!.StartsWith(prefix, StringComparison.Ordinal));
    }

    // The files, the clock and the console live in the core assembly of the BCL, so references cannot tell: the metadata can.
    [Fact]
    public void MembersUsed_ByTheLibrary_AreOfNoFileClockOrConsole()
    {
        string[] forbidden =
        [
            "System.IO.File.", "System.IO.Directory.", "System.IO.FileStream.", "System.Console.", "System.TimeProvider.", "System.Random.",
            "System.Threading.Thread.", "System.Diagnostics.Stopwatch.", "System.Environment.GetEnvironmentVariable",
            "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        ];

        Assert.Empty(MembersUsedBy(Library).Where(member => forbidden.Any(start => member.StartsWith(start, StringComparison.Ordinal))));
    }

    [Fact]
    public void MembersUsed_ByTheseTests_AreSeen()
    {
        Assert.Contains("System.IO.File.OpenRead", MembersUsedBy(typeof(DesignTests).Assembly));
    }

    private static IEnumerable<Type> WrittenTypes() => Library.GetTypes().Where(type => !IsGenerated(type));

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.Name.StartsWith('<') || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsGrowing(Type type) =>
        type == typeof(StringBuilder)
        || (type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent" && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) && !type.IsInterface);

    private static HashSet<string> MembersUsedBy(Assembly assembly)
    {
        using var stream = File.OpenRead(assembly.Location);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var members = new HashSet<string>();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference)
                continue;
            var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            members.Add($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}");
        }

        return members;
    }
}
